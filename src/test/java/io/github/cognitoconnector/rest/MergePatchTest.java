package io.github.cognitoconnector.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Target, patch and outcome of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":"b"}           | {"a":"c"}                   | {"a":"c"}
            {"a":"b"}           | {"b":"c"}                   | {"a":"b","b":"c"}
            {"a":"b"}           | {"a":null}                  | {}
            {"a":"b","b":"c"}   | {"a":null}                  | {"b":"c"}
            {"a":["b"]}         | {"a":"c"}                   | {"a":"c"}
            {"a":"c"}           | {"a":["b"]}                 | {"a":["b"]}
            {"a":{"b":"c"}}     | {"a":{"b":"d","c":null}}    | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}   | {"a":[1]}                   | {"a":[1]}
            ["a","b"]           | ["c","d"]                   | ["c","d"]
            {"a":"b"}           | ["c"]                       | ["c"]
            {"a":"foo"}         | null                        | null
            {"a":"foo"}         | "bar"                       | "bar"
            {"e":null}          | {"a":1}                     | {"e":null,"a":1}
            [1,2]               | {"a":"b","c":null}          | {"a":"b"}
            {}                  | {"a":{"bb":{"ccc":null}}}   | {"a":{"bb":{}}}
            """)
    void mergesAsTheStandardShows(String target, String patch, String outcome) throws JsonProcessingException {
        assertThat(MergePatch.apply(JSON.readTree(target), JSON.readTree(patch)))
                .isEqualTo(JSON.readTree(outcome));
    }

    @Property(tries = 300)
    void twiceIsOnce(@ForAll("json") JsonNode target, @ForAll("json") JsonNode patch) {
        JsonNode once = MergePatch.apply(target, patch);
        assertThat(MergePatch.apply(once, patch)).isEqualTo(once);
    }

    @Property(tries = 300)
    void leavesBothArgumentsAlone(@ForAll("json") JsonNode target, @ForAll("json") JsonNode patch) {
        JsonNode targetBefore = target.deepCopy();
        JsonNode patchBefore = patch.deepCopy();

        MergePatch.apply(target, patch);

        assertThat(target).isEqualTo(targetBefore);
        assertThat(patch).isEqualTo(patchBefore);
    }

    @Property(tries = 200)
    void emptyPatchChangesNoObject(@ForAll("objects") JsonNode target) {
        assertThat(MergePatch.apply(target, NODES.objectNode())).isEqualTo(target);
    }

    @Provide
    Arbitrary<JsonNode> json() {
        return Arbitraries.recursive(MergePatchTest::scalars, MergePatchTest::nested, 0, 3);
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return object(json());
    }

    private static Arbitrary<JsonNode> scalars() {
        return Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true), NODES.numberNode(7), NODES.textNode("x"));
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> array =
                inner.list().ofMaxSize(3).map(items -> NODES.arrayNode().addAll(items));
        return Arbitraries.oneOf(inner, array, object(inner), object(inner));
    }

    private static Arbitrary<JsonNode> object(Arbitrary<JsonNode> inner) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), inner)
                .map(members -> NODES.objectNode().setAll(members));
    }
}
