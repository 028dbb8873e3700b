package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.Tally.Outcome.ABORTED;
import static io.github.cognitoconnector.contract.Tally.Outcome.AS_THE_CONTRACT_SAYS;
import static io.github.cognitoconnector.contract.Tally.Outcome.LISTED_DEVIATION;
import static io.github.cognitoconnector.contract.Tally.Outcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class JudgeTest {

    private static final CaseName LISTED = new CaseName("ATest", "listed", Optional.empty());
    private static final CaseName OTHER = new CaseName("ATest", "other", Optional.empty());
    private static final Deviations DEVIATIONS =
            new Deviations("file", Deviations.read("ATest.listed = row 1: does it otherwise"));
    private static final Judge JUDGE = new Judge(DEVIATIONS, false);

    @Test
    void caseThatIsNotListedHasToPass() {
        assertThat(JUDGE.outcome(OTHER, null)).isEqualTo(AS_THE_CONTRACT_SAYS);
        assertThat(JUDGE.outcome(OTHER, new AssertionError())).isEqualTo(WRONG);
    }

    @Test
    void listedCaseHasToFail() {
        assertThat(JUDGE.outcome(LISTED, new AssertionError())).isEqualTo(LISTED_DEVIATION);
        assertThat(JUDGE.outcome(LISTED, null)).isEqualTo(WRONG);
        assertThat(JUDGE.passed(LISTED)).hasMessage("ATest.listed no longer deviates, take it off file");
    }

    @Test
    void witnessThatIsGoneDeviatesFromNothing() {
        assertThat(JUDGE.outcome(LISTED, new IllegalStateException(new ConnectException())))
                .isEqualTo(WRONG);
    }

    @Test
    void caseIsLeftOutOnlyWhereThatIsAllowed() {
        TestAbortedException aborted = new TestAbortedException();

        assertThat(new Judge(DEVIATIONS, true).outcome(OTHER, aborted)).isEqualTo(ABORTED);
        assertThat(JUDGE.outcome(OTHER, aborted)).isEqualTo(WRONG);
        assertThat(JUDGE.outcome(LISTED, aborted)).isEqualTo(WRONG);
    }
}
