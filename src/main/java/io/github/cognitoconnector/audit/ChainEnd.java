package io.github.cognitoconnector.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place in a chain, as an auditor notes it.
 *
 * @param seq 0 before the first row
 * @param hash of the row there, 64 hexadecimal digits; empty before the first row
 */
@Schema(examples = """
                {"seq": 17, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
public record ChainEnd(long seq, String hash) {

    static final ChainEnd START = new ChainEnd(0, "");
}
