/** AWS IAM Roles Anywhere: sessions of roles for those who hold a certificate. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.rolesanywhere;

import org.jspecify.annotations.NullMarked;
