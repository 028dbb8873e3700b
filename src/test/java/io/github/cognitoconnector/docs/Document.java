package io.github.cognitoconnector.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A document in Markdown.
 *
 * @param links where its links and images lead
 * @param codes texts in backticks
 * @param anchors names of its headings, by the rules of GitHub
 */
record Document(List<String> links, List<String> codes, List<String> anchors) {

    static Document read(Path file) {
        try {
            Contents contents = new Contents();
            Parser.builder().build().parse(Files.readString(file)).accept(contents);
            return new Document(contents.links, contents.codes, contents.anchors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Contents extends AbstractVisitor {

        private final List<String> links = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> anchors = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final StringBuilder heading = new StringBuilder();

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
        }

        @Override
        public void visit(Code code) {
            codes.add(code.getLiteral());
            heading.append(code.getLiteral());
        }

        @Override
        public void visit(Text text) {
            heading.append(text.getLiteral());
        }

        @Override
        public void visit(Heading level) {
            heading.setLength(0);
            visitChildren(level);
            String anchor = heading.toString()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                    .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
    }
}
