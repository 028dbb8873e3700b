package io.github.cognitoconnector.embedded.cognito.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.app.QuotaCategory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The service counts as Cognito does. */
class SameCategoriesTest {

    @Test
    void everyOperationCountsWhereCognitoCountsIt() {
        assertThat(QuotaCategory.operations())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(QuotaCategory.of(operation).awsName())
                        .isEqualTo(QuotaCategories.of(operation).orElseThrow()));
    }

    @Test
    void everyCategoryIsOneOfCognitos() {
        assertThat(Stream.of(QuotaCategory.values()).map(QuotaCategory::awsName))
                .doesNotHaveDuplicates()
                .isSubsetOf(Quotas.names());
    }

    @Test
    void sameCategoriesAreLimitedInEachPool() {
        assertThat(QuotaCategory.values())
                .allSatisfy(category -> assertThat(category.isLimitedPerPool())
                        .as(category.awsName())
                        .isEqualTo(QuotaCategories.isPerPool(category.awsName())));
    }
}
