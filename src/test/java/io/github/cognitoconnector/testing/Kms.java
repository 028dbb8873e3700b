package io.github.cognitoconnector.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AWS KMS with one key, over HTTP: Encrypt and Decrypt by AES-GCM, with the encryption context authenticated. */
public final class Kms implements AutoCloseable {

    public static final String KEY_ARN =
            "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static final int IV_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final ObjectMapper json = new ObjectMapper();
    private final SecretKeySpec key;
    private final HttpServer server;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile String answeredKey = KEY_ARN;
    private volatile String refusal = "";

    private Kms(HttpServer server) {
        byte[] material = new byte[32];
        new SecureRandom().nextBytes(material);
        this.key = new SecretKeySpec(material, "AES");
        this.server = server;
    }

    public static Kms start() throws IOException {
        Kms kms = new Kms(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        kms.server.createContext("/", kms::answer);
        kms.server.start();
        return kms;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Bodies of the calls so far. */
    public List<JsonNode> requests() {
        return requests;
    }

    public List<String> authorizations() {
        return authorizations;
    }

    /** Answers every call with this error from now on; an empty one takes it back. */
    public void refuse(String error) {
        refusal = error;
    }

    /** Says that another key has decrypted. */
    public void answerAs(String arn) {
        answeredKey = arn;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!refusal.isEmpty()) {
                send(exchange, 400, refused(refusal));
            } else if (!request.path("KeyId").asText().equals(KEY_ARN)) {
                send(exchange, 400, refused("NotFoundException"));
            } else {
                perform(exchange, request);
            }
        }
    }

    private void perform(HttpExchange exchange, JsonNode request) throws IOException {
        ObjectNode answer = json.createObjectNode().put("KeyId", answeredKey);
        try {
            switch (exchange.getRequestHeaders().getFirst("X-Amz-Target")) {
                case "TrentService.Encrypt" ->
                    answer.put(
                            "CiphertextBlob", encrypt(request.path("Plaintext").binaryValue(), context(request)));
                case "TrentService.Decrypt" ->
                    answer.put(
                            "Plaintext", decrypt(request.path("CiphertextBlob").binaryValue(), context(request)));
                default -> throw new IllegalArgumentException("no such operation");
            }
            send(exchange, 200, answer);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            send(exchange, 400, refused("InvalidCiphertextException"));
        }
    }

    private byte[] encrypt(byte[] clear, byte[] context) throws GeneralSecurityException {
        byte[] iv = new byte[IV_LENGTH];
        new SecureRandom().nextBytes(iv);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, context).doFinal(clear);
        return ByteBuffer.allocate(iv.length + sealed.length)
                .put(iv)
                .put(sealed)
                .array();
    }

    private byte[] decrypt(byte[] blob, byte[] context) throws GeneralSecurityException {
        byte[] iv = new byte[IV_LENGTH];
        if (blob.length < iv.length) {
            throw new GeneralSecurityException("too short");
        }
        ByteBuffer.wrap(blob).get(iv);
        return cipher(Cipher.DECRYPT_MODE, iv, context).doFinal(blob, iv.length, blob.length - iv.length);
    }

    private Cipher cipher(int mode, byte[] iv, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(context);
        return cipher;
    }

    private static byte[] context(JsonNode request) {
        return request.path("EncryptionContext").toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode refused(String error) {
        return json.createObjectNode().put("__type", error).put("message", "canary of AWS");
    }

    private void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
