package io.github.cognitoconnector.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test classes that every {@link Witness} is asked. They open a {@link Contract}, touch nothing but the SDK and
 * what any Cognito offers, and make what they need in the test method, so that what one witness cannot do stays one case.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ContractExtension.class)
public @interface ContractSuite {}
