package io.github.cognitoconnector.embedded.cognito.page;

import java.util.Map;

/** How short a page of each operation must be though more follows; absent is as long as asked. */
public final class PageCaps {

    private volatile Map<String, Integer> caps = Map.of();

    public void replace(Map<String, Integer> newCaps) {
        caps = Map.copyOf(newCaps);
    }

    public int apply(String operation, int limit) {
        return Math.min(limit, caps.getOrDefault(operation, Integer.MAX_VALUE));
    }
}
