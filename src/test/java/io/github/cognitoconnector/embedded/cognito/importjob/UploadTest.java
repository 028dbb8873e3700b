package io.github.cognitoconnector.embedded.cognito.importjob;

import static io.github.cognitoconnector.embedded.cognito.testing.Imports.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Imports;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobType;

@Row(26)
class UploadTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final Imports IMPORTS = new Imports(COGNITO);
    private static final int MIB = 1 << 20;

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void urlIsOfThisServerAndSigned() {
        String pool = IMPORTS.newPool();
        String url = IMPORTS.create(pool).preSignedUrl();

        assertThat(url)
                .startsWith(COGNITO.server().endpoint() + "/")
                .contains("X-Amz-SignedHeaders=host%3Bx-amz-server-side-encryption")
                .containsPattern("X-Amz-Signature=[0-9a-f]{64}$");
        assertThat(IMPORTS.create(pool).preSignedUrl()).isNotEqualTo(url);
    }

    @Test
    void anotherPutReplacesTheFile() {
        String pool = IMPORTS.newPool();
        UserImportJobType job = IMPORTS.prepared(pool, IMPORTS.csv(pool, row("ada")));

        assertThat(put(job, BodyPublishers.ofString(IMPORTS.csv(pool, row("bob"), row("eve"))))
                        .statusCode())
                .isEqualTo(200);
        IMPORTS.start(job);

        assertThat(IMPORTS.ended(job).importedUsers()).isEqualTo(2);
    }

    @Test
    void fileForAJobThatHasEndedIsOfNoUse() {
        String pool = IMPORTS.newPool();
        UserImportJobType job = IMPORTS.prepared(pool, IMPORTS.csv(pool, row("ada")));
        IMPORTS.start(job);
        IMPORTS.ended(job);

        assertThat(put(job, BodyPublishers.ofString("any")).statusCode()).isEqualTo(200);
        assertThat(IMPORTS.describe(job).status()).isEqualTo(UserImportJobStatusType.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "Signature=[0-9a-f], Signature=g",
        "%3B, ;",
        "import-, import-0",
        "[?].*, ''",
        "[?].*, ?X-Amz-Signature=0"
    })
    void changedUrlIsRefused(String found, String instead) {
        String url = IMPORTS.create(IMPORTS.newPool()).preSignedUrl().replaceFirst(found, instead);

        assertRefused(IMPORTS.put(url, BodyPublishers.ofString("any")), "SignatureDoesNotMatch");
    }

    /** As AWS signs the header. */
    @Test
    void encryptionIsAskedFor() {
        String url = IMPORTS.create(IMPORTS.newPool()).preSignedUrl();

        assertRefused(COGNITO.send(Imports.upload(url, BodyPublishers.ofString("any"))), "SignatureDoesNotMatch");
        assertRefused(
                COGNITO.send(Imports.upload(url, BodyPublishers.ofString("any"))
                        .header("x-amz-server-side-encryption", "AES256")),
                "SignatureDoesNotMatch");
    }

    @Test
    void urlExpiresAfterAQuarterOfAnHour() {
        String pool = IMPORTS.newPool();
        UserImportJobType job = IMPORTS.create(pool);
        COGNITO.put("clock", "{\"offsetSeconds\": 890}");
        assertThat(put(job, BodyPublishers.ofString(IMPORTS.csv(pool, row("ada"))))
                        .statusCode())
                .isEqualTo(200);

        COGNITO.put("clock", "{\"offsetSeconds\": 960}");

        assertRefused(put(job, BodyPublishers.ofString("any")), "AccessDenied");
        IMPORTS.start(job);
        assertThat(IMPORTS.ended(job).importedUsers())
                .as("the file that is there is good")
                .isEqualTo(1);
    }

    @Test
    void fileMayBeLargerThanOtherBodies() {
        String pool = IMPORTS.newPool();
        String padding = "\n".repeat(5 * MIB);

        assertThat(IMPORTS.run(pool, IMPORTS.csv(pool, row("ada")) + padding).importedUsers())
                .isEqualTo(1);
    }

    @Test
    void largeFileWithABadSignatureIsRefusedForThat() {
        String url = IMPORTS.create(IMPORTS.newPool()).preSignedUrl() + "0";

        assertRefused(IMPORTS.put(url, bytes(5 * MIB)), "SignatureDoesNotMatch");
    }

    @Test
    void fileOverAHundredMegabytesIsRefused() {
        UserImportJobType job = IMPORTS.create(IMPORTS.newPool());

        assertThat(put(job, bytes(UploadEndpoint.MAX_BYTES + 1)).statusCode()).isEqualTo(413);
        assertThat(put(job, bytes(UploadEndpoint.MAX_BYTES)).statusCode()).isEqualTo(200);
    }

    @Test
    void otherBodiesAreAsBoundedAsBefore() {
        HttpRequest.Builder post = HttpRequest.newBuilder(
                        URI.create(IMPORTS.create(IMPORTS.newPool()).preSignedUrl()))
                .POST(bytes(MIB + 1));

        assertThat(COGNITO.send(post).statusCode()).isEqualTo(413);
    }

    @Test
    void fileIsNotReadBack() {
        String url = IMPORTS.create(IMPORTS.newPool()).preSignedUrl();
        assertThat(COGNITO.send(HttpRequest.newBuilder(URI.create(url)).GET()).statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> put(UserImportJobType job, BodyPublisher file) {
        return IMPORTS.put(job.preSignedUrl(), file);
    }

    private static void assertRefused(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("<Code>" + code + "</Code>");
    }

    /** So many bytes, announced, in pieces. */
    private static BodyPublisher bytes(int size) {
        List<byte[]> pieces = new ArrayList<>(Collections.nCopies(size / MIB, new byte[MIB]));
        pieces.add(new byte[size % MIB]);
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(pieces), size);
    }
}
