package io.github.cognitoconnector.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolIssuerTest {

    private static final String POOL = "eu-central-1_BGOou5Rwx";
    private static final PoolIssuer AWS = new PoolIssuer(Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "eu-central-1_BGOou5Rwx, eu-central-1, https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx",
        "us-east-1_demo, us-east-1, https://cognito-idp.us-east-1.amazonaws.com/us-east-1_demo",
        "us-gov-west-1_a1, us-gov-west-1, https://cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_a1",
        "cn-north-1_a1, cn-north-1, https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_a1"
    })
    void isTheRegionsOwn(String pool, String region, String issuer) {
        assertThat(UserPoolId.region(pool)).isEqualTo(region);
        assertThat(AWS.of(pool)).isEqualTo(issuer);
        assertThat(AWS.poolOf(issuer)).contains(pool);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9229", "http://127.0.0.1:9229/", "http://127.0.0.1:9229//"})
    void isBelowAnotherEndpoint(String endpoint) {
        PoolIssuer issuers = new PoolIssuer(Optional.of(URI.create(endpoint)));
        assertThat(issuers.of(POOL)).isEqualTo("http://127.0.0.1:9229/" + POOL);
        assertThat(issuers.poolOf("http://127.0.0.1:9229/" + POOL)).contains(POOL);
        assertThat(issuers.poolOf(AWS.of(POOL))).isEmpty();
        assertThat(AWS.poolOf(issuers.of(POOL))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "eu-central-1_BGOou5Rwx",
                "https://evil.org/eu-central-1_BGOou5Rwx",
                "https://cognito-idp.eu-central-1.amazonaws.com.evil.org/eu-central-1_BGOou5Rwx",
                "https://evil.org/https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx",
                "https://cognito-idp.eu-central-1.amazonaws.com@evil.org/eu-central-1_BGOou5Rwx",
                "http://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx",
                "https://cognito-idp.eu-central-1.amazonaws.com:443/eu-central-1_BGOou5Rwx",
                "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx/",
                "https://cognito-idp.eu-central-1.amazonaws.com//eu-central-1_BGOou5Rwx",
                "https://cognito-idp.eu-central-1.amazonaws.com/x/../eu-central-1_BGOou5Rwx",
                "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx?",
                "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx#x",
                "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx\n",
                " https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx",
                "https://cognito-idp.us-east-1.amazonaws.com/eu-central-1_BGOou5Rwx",
                "https://COGNITO-IDP.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx",
                "https://cognito-idp.eu-central-1.amazonaws.com/EU-CENTRAL-1_BGOou5Rwx",
                "https://cognito-idp.eu-central-1.amazonaws.com/",
                "https://cognito-idp.cn-north-1.amazonaws.com/cn-north-1_a1",
                "https://cognito-idp.evil.org#-1.amazonaws.com/evil.org#-1_a"
            })
    void knowsNoPoolOfAnythingElse(String issuer) {
        assertThat(AWS.poolOf(issuer)).isEmpty();
    }

    @Test
    void knowsNoPoolWithALongerId() {
        String longest = "us-east-1_" + "a".repeat(UserPoolId.MAX_LENGTH - "us-east-1_".length());
        assertThat(AWS.poolOf(AWS.of(longest))).contains(longest);
        assertThat(AWS.poolOf(AWS.of(longest + "a"))).isEmpty();
    }

    @Property(tries = 500)
    void anyTextHasAnAnswer(@ForAll @StringLength(min = 1) String text) {
        assertThat(AWS.poolOf(text)).isEmpty();
        assertThat(AWS.poolOf("https://" + text + "/" + POOL)).isEmpty();
    }
}
