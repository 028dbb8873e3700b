package io.github.cognitoconnector.access;

import io.github.cognitoconnector.app.App;
import java.util.List;

/** The rules by which an app lets people in: {@code allowedGroups}, {@code roleMappings}, {@code defaultRoles}. */
record EntryRules(App app) {

    /** @param groups all groups of the user, who is known and enabled */
    Evaluation evaluate(String user, List<String> groups) {
        List<String> admitting =
                groups.stream().filter(app.allowedGroups()::contains).toList();
        boolean everybody = app.allowedGroups().isEmpty();
        if (admitting.isEmpty() && !everybody) {
            return Evaluation.denied(user, Reason.notInAllowedGroup());
        }
        Reason reason = everybody ? Reason.everyUserAllowed() : Reason.inAllowedGroup(String.join(", ", admitting));
        List<String> matched = groups.stream()
                .filter(group -> admitting.contains(group) || app.roleMappings().containsKey(group))
                .sorted()
                .toList();
        return new Evaluation(true, user, roles(groups), matched, List.of(reason));
    }

    private List<String> roles(List<String> groups) {
        List<String> mapped = app.roleMappings().entrySet().stream()
                .filter(mapping -> groups.contains(mapping.getKey()))
                .flatMap(mapping -> mapping.getValue().stream())
                .distinct()
                .sorted()
                .toList();
        return mapped.isEmpty() ? app.defaultRoles() : mapped;
    }
}
