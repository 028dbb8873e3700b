package io.github.cognitoconnector.secret;

import com.google.crypto.tink.Aead;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptRequest;

/**
 * Encryption by a key that stays in AWS KMS. Ciphertexts are those of Tink's own {@code tink-awskms} and of {@code tinkey
 * --master-key-uri aws-kms://…}; that library is not taken because it stands on version 1 of the AWS SDK, which has
 * reached its end and would bring a second HTTP client and a second credentials chain.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html">Decrypt</a>
 */
final class KmsAead implements Aead {

    private static final String CONTEXT = "associatedData";

    private final KmsClient kms;
    private final String keyArn;

    KmsAead(KmsClient kms, String keyArn) {
        this.kms = kms;
        this.keyArn = keyArn;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws KmsFailure {
        EncryptRequest.Builder request =
                EncryptRequest.builder().keyId(keyArn).plaintext(SdkBytes.fromByteArray(plaintext));
        if (associatedData.length > 0) {
            request.encryptionContext(context(associatedData));
        }
        try {
            return kms.encrypt(request.build()).ciphertextBlob().asByteArray();
        } catch (SdkException e) {
            throw KmsFailure.of(e);
        }
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws KmsFailure {
        DecryptRequest.Builder request =
                DecryptRequest.builder().keyId(keyArn).ciphertextBlob(SdkBytes.fromByteArray(ciphertext));
        if (associatedData.length > 0) {
            request.encryptionContext(context(associatedData));
        }
        try {
            var answer = kms.decrypt(request.build());
            if (!keyArn.equals(answer.keyId())) {
                throw KmsFailure.ofAnotherKey();
            }
            return answer.plaintext().asByteArray();
        } catch (SdkException e) {
            throw KmsFailure.of(e);
        }
    }

    private static Map<String, String> context(byte[] associatedData) {
        return Map.of(CONTEXT, HexFormat.of().formatHex(associatedData));
    }
}
