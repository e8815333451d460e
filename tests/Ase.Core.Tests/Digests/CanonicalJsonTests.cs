using System.Text.Json.Nodes;
using Ase.Core.Digests;

namespace Ase.Core.Tests.Digests;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b" : [1, 2.50, true, null], "a": "x\/y\u0041\u20ac" }""", """{"a":"x/yA€","b":[1,2.5,true,null]}""")]
    [InlineData("""{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""", "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}")]
    [InlineData("\"\\u000f\\n\\t\\\"\\\\\"", "\"\\u000f\\n\\t\\\"\\\\\"")]
    [InlineData("[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]", "[333333333.3333333,1e+30,4.5,0.002,1e-27]")]
    [InlineData("[1e21, 1e20, 123456789012345680000, 0.000001, 0.0000001, -0, -1.5, 9007199254740993]", "[1e+21,100000000000000000000,123456789012345680000,0.000001,1e-7,0,-1.5,9007199254740992]")]
    public void Serializes_as_rfc_8785_says(string json, string canonical) => Assert.Equal(canonical, CanonicalJson.Serialize(JsonNode.Parse(json)));

    [Fact]
    public void Equal_values_have_equal_digests_whatever_the_order()
    {
        Assert.Equal(Digest.Of(JsonNode.Parse("""{"a":1,"b":2}""")), Digest.Of(JsonNode.Parse("""{"b":2.0,"a":1}""")));
        Assert.NotEqual(Digest.Of(JsonNode.Parse("""{"a":1}""")), Digest.Of(JsonNode.Parse("""{"a":"1"}""")));
    }

    [Fact]
    public void Tree_digest_depends_on_paths_and_contents_only()
    {
        var one = Digest.OfTree([("b", Digest.Of("2")), ("a", Digest.Of("1"))]);

        Assert.Equal(one, Digest.OfTree([("a", Digest.Of("1")), ("b", Digest.Of("2"))]));
        Assert.NotEqual(one, Digest.OfTree([("a", Digest.Of("2")), ("b", Digest.Of("1"))]));
    }
}
