using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Ase.Generation.Providers.Http;

namespace Ase.Generation.Providers.Chat;

/// <summary>What an exception of a client library or the network means.</summary>
internal static class ExceptionJudge
{
    private const int MaxDepth = 20;

    public static CallFailure Judge(Exception exception, Exchange exchange)
    {
        var chain = Chain(exception).ToList();
        if (chain.OfType<AuthenticationException>().FirstOrDefault() is { } tls) return new CallFailure(FailureKind.Final, "The connection is not secure: " + tls.Message);
        if (chain.OfType<SocketException>().FirstOrDefault() is { } socket)
        {
            var what = exchange.Received ? "The connection broke off in the middle of the answer" : exchange.Connected ? "The connection broke off" : "No connection";
            return new CallFailure(FailureKind.Transient, $"{what}: {socket.Message}.");
        }
        if (chain.Any(e => e is JsonException or FormatException or ArgumentException or KeyNotFoundException or InvalidOperationException))
            return new CallFailure(FailureKind.Transient, "The reply cannot be understood: " + chain[^1].Message);
        if (!exchange.Connected) return new CallFailure(FailureKind.Transient, "No connection: " + chain[^1].Message);
        return new CallFailure(FailureKind.Transient, (exchange.Received ? "The connection broke off in the middle of the answer: " : "The connection broke off: ") + chain[^1].Message);
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        var next = exception;
        for (var depth = 0; next is not null && depth < MaxDepth; depth++)
        {
            yield return next;
            next = next is AggregateException { InnerExceptions.Count: > 0 } many ? many.InnerExceptions[0] : next.InnerException;
        }
    }
}
