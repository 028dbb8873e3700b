package io.github.cognitoconnector.x509;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/** Takes the blocks out of a PEM text as people paste it: any line ends, indented, with other text around them. */
final class PemText {

    /** More than a whole chain with its key has. */
    private static final int MAX_BLOCKS = 10;

    /** What some editors begin a file with. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PemText() {}

    /**
     * The blocks in their order, as BouncyCastle's types; none if there is no block at all.
     *
     * @param maxLength of the text, in characters
     * @throws PemFlaw if the text is too long, or a block of it is not of a known kind or not whole
     */
    static List<Object> blocks(String text, int maxLength) throws PemFlaw {
        if (text.length() > maxLength) {
            throw new PemFlaw("It is longer than " + maxLength / 1024 + " KB.");
        }
        List<Object> blocks = new ArrayList<>();
        try (PEMParser parser = new ShallowParser(tidy(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
                if (blocks.size() > MAX_BLOCKS) {
                    throw new PemFlaw("It has more than " + MAX_BLOCKS + " PEM blocks.");
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            throw notWhole();
        }
        return blocks;
    }

    /** The cause is left out, since BouncyCastle's messages quote the text. */
    static PemFlaw notWhole() {
        return new PemFlaw(
                "A PEM block in it cannot be read. Copy all of it, from -----BEGIN to the end of the -----END line.");
    }

    private static String tidy(String text) {
        return text.replace(BYTE_ORDER_MARK, "").lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    /** Looks at a block's content before it is read. */
    private static final class ShallowParser extends PEMParser {

        ShallowParser(String text) {
            super(new StringReader(text));
        }

        @Override
        public @Nullable PemObject readPemObject() throws IOException {
            PemObject block = super.readPemObject();
            if (block != null && DerNesting.tooDeep(block.getContent())) {
                throw new IOException("The block is nested too deeply.");
            }
            return block;
        }
    }
}
