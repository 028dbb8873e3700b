package io.github.cognitoconnector.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Tells the log of credentials that end: when they come up, when they have ended, and once a day while nothing is done. */
@ApplicationScoped
class CredentialsLog {

    private static final Logger LOG = Logger.getLogger(CredentialsLog.class);

    static final Duration AGAIN = Duration.ofDays(1);

    /** What was told and when. Nothing is kept of what is in order again. */
    private Map<Topic, Instant> told = Map.of();

    private record Topic(String appId, CredentialEnd.Kind kind, boolean ended) {}

    /** @param ends all that there are now */
    synchronized void tell(List<CredentialEnd> ends, Instant now) {
        Map<Topic, Instant> current = new HashMap<>();
        for (CredentialEnd end : ends) {
            Topic topic = new Topic(end.appId(), end.kind(), end.ended(now));
            Instant last = told.get(topic);
            boolean again = last == null || !now.isBefore(last.plus(AGAIN));
            if (again) {
                LOG.log(topic.ended() ? Logger.Level.ERROR : Logger.Level.WARN, sentence(end, topic.ended()));
            }
            current.put(topic, again ? now : last);
        }
        told = current;
    }

    private static String sentence(CredentialEnd end, boolean ended) {
        String when = (ended ? "ended at " : "ends at ") + end.endsAt() + ".";
        return switch (end.kind()) {
            case CERTIFICATE -> "The certificate of app " + end.appId() + " " + when;
            case SESSION -> "The session of app " + end.appId() + " cannot be renewed; it " + when;
        };
    }
}
