using Ase.Generation.Providers;

namespace Ase.Generation.Tests.Providers;

public sealed class RedactionTests
{
    private const string Key = "s3cr+t/k\"y=é";

    [Theory]
    [InlineData("the key s3cr+t/k\"y=é is wrong", "the key [redacted] is wrong")]
    [InlineData("?k=s3cr%2Bt%2Fk%22y%3D%C3%A9&x", "?k=[redacted]&x")]
    [InlineData("base64 czNjcit0L2siee+/vQ==", "base64 czNjcit0L2siee+/vQ==")]
    [InlineData("Authorization: Bearer abc.DEF-123", "Authorization: Bearer [redacted]")]
    [InlineData("authorization=Basic dXNlcjpwdw==", "authorization=Basic [redacted]")]
    [InlineData("Incorrect API key provided: sk-proj-ab****************wxyz.", "Incorrect API key provided: [redacted]")]
    [InlineData("""{"api_key": "0123456789"}""", """{"api_key": "[redacted]"}""")]
    [InlineData("x-api-key=0123456789;", "x-api-key=[redacted];")]
    [InlineData("http://me:pw@example.org/v1", "http://[redacted]@example.org/v1")]
    [InlineData("a\r\n\tb\u001b[31mc\u202e d", "a b [31mc d")]
    [InlineData("the task-related skeleton is fine", "the task-related skeleton is fine")]
    public void Errors_lose_what_is_or_looks_like_a_key(string text, string expected) => Assert.Equal(expected, new Redaction([Key, null, "", "abc"]).Error(text));

    [Fact]
    public void Errors_are_short() => Assert.Equal(601, new Redaction([]).Error(new string('x', 1_000_000)).Length);

    [Fact]
    public void Only_known_secrets_are_taken_out_of_answers()
    {
        const string Code = "headers.Authorization = `Bearer ${token}`;\r\n\tconst k = 'sk-0123456789abcdef';";

        Assert.Equal(Code, new Redaction([Key]).Secrets(Code));
        Assert.Equal("[redacted]!", new Redaction([Key]).Secrets(Key + "!"));
        Assert.Equal("[redacted]", new Redaction([Key]).Secrets(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Key))));
    }
}
