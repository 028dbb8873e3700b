package io.github.cognitoconnector.docs;

import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.JavadocBlockTag;
import com.github.javaparser.javadoc.description.JavadocDescription;
import com.github.javaparser.javadoc.description.JavadocDescriptionElement;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import io.smallrye.config.common.utils.StringUtil;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Javadoc as one cell of a table in Markdown; links to methods beside are the keys that they stand for. */
record Prose(String prefix) {

    private static final Pattern SEE = Pattern.compile("<a href=\"([^\"]+)\">([^<]+)</a>");
    private static final Pattern METHOD = Pattern.compile("#(\\w+)\\(\\)");

    String markdown(Javadoc text) {
        String links = text.getBlockTags().stream()
                .filter(tag -> tag.getType() == JavadocBlockTag.Type.SEE)
                .map(tag -> SEE.matcher(tag.getContent().toText()))
                .filter(Matcher::matches)
                .map(link -> " ([" + link.group(2) + "](" + link.group(1) + "))")
                .collect(Collectors.joining());
        return markdown(text.getDescription()) + links;
    }

    String markdown(JavadocDescription text) {
        return text.getElements().stream()
                .map(this::markdown)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    /** What stands behind a tag has no capital and no full stop. */
    String sentence(JavadocDescription text) {
        String words = markdown(text);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private String markdown(JavadocDescriptionElement element) {
        return element instanceof JavadocInlineTag tag ? "`" + content(tag) + "`" : element.toText();
    }

    private String content(JavadocInlineTag tag) {
        String content = tag.getContent().strip();
        Matcher method = METHOD.matcher(content);
        return method.matches() ? prefix + "." + StringUtil.skewer(method.group(1)) : content;
    }
}
