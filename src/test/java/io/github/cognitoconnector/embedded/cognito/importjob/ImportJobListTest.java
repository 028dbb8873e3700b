package io.github.cognitoconnector.embedded.cognito.importjob;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Imports;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobType;

class ImportJobListTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Imports IMPORTS = new Imports(COGNITO);

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    @Row(26)
    void jobsAreListedPageByPageAndNewestFirst() {
        String pool = IMPORTS.newPool();
        String other = IMPORTS.newPool();
        for (String name : new String[] {"first", "second", "third"}) {
            IMPORTS.create(pool, r -> r.jobName(name));
        }

        var page = SDK.listUserImportJobs(r -> r.userPoolId(pool).maxResults(2));
        var rest =
                SDK.listUserImportJobs(r -> r.userPoolId(pool).maxResults(2).paginationToken(page.paginationToken()));

        assertThat(page.userImportJobs()).extracting(UserImportJobType::jobName).containsExactly("third", "second");
        assertThat(rest.userImportJobs()).extracting(UserImportJobType::jobName).containsExactly("first");
        assertThat(rest.paginationToken()).isNull();
        assertThat(SDK.listUserImportJobs(r -> r.userPoolId(other).maxResults(60))
                        .userImportJobs())
                .isEmpty();
        assertThat(refusal(() -> SDK.listUserImportJobs(
                        r -> r.userPoolId(other).maxResults(2).paginationToken(page.paginationToken()))))
                .startsWith("InvalidParameterException");
    }

    @Test
    void pageHasOneToSixtyJobs() {
        String pool = IMPORTS.newPool();
        for (Integer size : new Integer[] {0, 61, null}) {
            assertThat(refusal(
                            () -> SDK.listUserImportJobs(r -> r.userPoolId(pool).maxResults(size))))
                    .startsWith("InvalidParameterException");
        }
    }

    /** AWS's quotas: a thousand for each pool. */
    @Test
    @Row(26)
    void poolHasAThousandJobsAtMost() {
        String pool = IMPORTS.newPool();
        for (int i = 0; i < ImportJobs.MAX_JOBS; i++) {
            IMPORTS.create(pool);
        }

        assertThat(refusal(() -> IMPORTS.create(pool))).startsWith("LimitExceededException");
        assertThat(IMPORTS.create(IMPORTS.newPool()).jobId()).as("another pool").isNotNull();
    }
}
