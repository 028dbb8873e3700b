// Signs a user in with amazon-cognito-identity-js, as a web application does: SRP, and the new password where Cognito asks
// for one. Reads one JSON object from standard input, since arguments can be seen by everybody, and writes one to standard
// output: the claims of both tokens and whether a new password was asked for, or the error's code and message.
const { AuthenticationDetails, CognitoUser, CognitoUserPool } = require('amazon-cognito-identity-js');

const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const pool = new CognitoUserPool({
    UserPoolId: input.userPoolId,
    ClientId: input.clientId,
    endpoint: input.endpoint,
});
const user = new CognitoUser({ Username: input.username, Pool: pool });
const details = new AuthenticationDetails({ Username: input.username, Password: input.password });

const answer = result => process.stdout.write(JSON.stringify(result));
const callbacks = newPasswordRequired => ({
    onSuccess: session =>
        answer({
            newPasswordRequired,
            idToken: session.getIdToken().payload,
            accessToken: session.getAccessToken().payload,
            refreshable: session.getRefreshToken().getToken().length > 0,
        }),
    onFailure: error => answer({ error: error.code || error.name, message: error.message }),
    newPasswordRequired: () => user.completeNewPasswordChallenge(input.newPassword, {}, callbacks(true)),
});

user.authenticateUser(details, callbacks(false));
