package io.github.cognitoconnector.embedded.cognito.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Compares the members that an operation declares with those of the AWS SDK's request of the same name. The SDK does not
 * tell which of them are required.
 */
final class SdkMembers {

    private static final String MODEL = "software.amazon.awssdk.services.cognitoidentityprovider.model.";

    private static final Pattern ABBREVIATION = Pattern.compile("([A-Z])([A-Z]+)(?=[A-Z]|$)");

    private static final Map<MarshallingType<?>, String> KINDS = Map.of(
            MarshallingType.STRING, "text",
            MarshallingType.INTEGER, "whole",
            MarshallingType.LONG, "whole",
            MarshallingType.BOOLEAN, "flag",
            MarshallingType.LIST, "list",
            MarshallingType.MAP, "map",
            MarshallingType.SDK_POJO, "structure");

    private final List<String> differences = new ArrayList<>();

    private SdkMembers() {}

    /** What differs, each as the path of a member and a few words; a member that only we know is no difference. */
    static List<String> differences(Operation operation) throws ReflectiveOperationException {
        SdkMembers members = new SdkMembers();
        members.compare(operation.name(), request(operation.name()), operation.input());
        return members.differences;
    }

    private static SdkPojo request(String operation) throws ReflectiveOperationException {
        Object builder = Class.forName(MODEL + className(operation) + "Request")
                .getMethod("builder")
                .invoke(null);
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    /** The SDK writes abbreviations as words: GetCSVHeader is a GetCsvHeaderRequest there. */
    private static String className(String operation) {
        return ABBREVIATION
                .matcher(operation)
                .replaceAll(found -> found.group(1) + found.group(2).toLowerCase(Locale.ROOT));
    }

    private void compare(String path, SdkPojo theirs, Shape.Structure ours) {
        Map<String, Member> declared =
                ours.members().stream().collect(Collectors.toMap(Member::name, Function.identity()));
        for (SdkField<?> field : theirs.sdkFields()) {
            String at = path + "." + field.memberName();
            Member member = declared.get(field.memberName());
            if (member == null) {
                differences.add(at + " is not declared");
            } else {
                compare(at, field, member.shape());
            }
        }
    }

    private void compare(String path, SdkField<?> theirs, Shape ours) {
        if (!kind(theirs).equals(kind(ours))) {
            differences.add(path + " is " + kind(theirs) + " there, " + kind(ours) + " here");
            return;
        }
        switch (ours) {
            case Shape.Structure structure -> compare(path, theirs.constructor().get(), structure);
            case Shape.Many many ->
                compare(path, theirs.getTrait(ListTrait.class).memberFieldInfo(), many.element());
            case Shape.Dictionary map ->
                compare(path, theirs.getTrait(MapTrait.class).valueFieldInfo(), map.value());
            case Shape.Text ignored -> {}
            case Shape.Choice ignored -> {}
            case Shape.Whole ignored -> {}
            case Shape.Flag ignored -> {}
        }
    }

    private static String kind(Shape shape) {
        return switch (shape) {
            case Shape.Text ignored -> "text";
            case Shape.Choice ignored -> "text";
            case Shape.Whole ignored -> "whole";
            case Shape.Flag ignored -> "flag";
            case Shape.Many ignored -> "list";
            case Shape.Dictionary ignored -> "map";
            case Shape.Structure ignored -> "structure";
        };
    }

    private static String kind(SdkField<?> field) {
        return KINDS.getOrDefault(
                field.marshallingType(), field.marshallingType().toString());
    }
}
