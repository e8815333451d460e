using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Ase.Testing.Models;

/// <summary>
/// An OpenAI-compatible model on a loopback port that behaves as scripted: replies that were queued come first, then the script's.
/// Speaks HTTP over plain sockets, so that it can break off anywhere.
/// </summary>
/// <example><code>
/// await using var server = new FakeModelServer("fine");
/// server.Enqueue(FakeReply.TooMany("2"), FakeReply.ServerError);   // then "fine" for ever
/// … server.BaseUrl … Assert.Equal(3, server.Requests.Count);
/// </code></example>
public sealed class FakeModelServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<FakeReply> queued = new();
    private readonly ConcurrentDictionary<Task, byte> connections = new();
    private readonly List<FakeRequest> requests = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> waiting = [];
    private readonly Func<FakeRequest, FakeReply> script;
    private readonly Task accepting;
    private int inFlight;
    private int mostInFlight;

    /// <summary>Starts a server that always gives the same reply.</summary>
    public FakeModelServer(FakeReply always)
        : this(_ => always)
    {
    }

    /// <summary>Starts a server.</summary>
    /// <param name="script">The reply to a request; called from several threads.</param>
    public FakeModelServer(Func<FakeRequest, FakeReply> script)
    {
        this.script = script;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The base URL of the API, without a final slash.</summary>
    public string BaseUrl => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";

    /// <summary>The requests so far, in order of arrival.</summary>
    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (requests) return [.. requests];
        }
    }

    /// <summary>The largest number of requests that were in work at one time.</summary>
    public int MostInFlight => Volatile.Read(ref mostInFlight);

    /// <summary>How often each prompt was asked, by <see cref="FakeRequest.PromptDigest"/>.</summary>
    public IReadOnlyDictionary<string, int> RequestsByPrompt =>
        Requests.GroupBy(r => r.PromptDigest, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>Replies for the next requests, before the script's.</summary>
    public void Enqueue(params ReadOnlySpan<FakeReply> replies)
    {
        foreach (var reply in replies) queued.Enqueue(reply);
    }

    /// <summary>Ends when so many requests have arrived.</summary>
    public Task WaitForRequestsAsync(int count)
    {
        lock (requests)
        {
            if (requests.Count >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((count, reached));
            return reached.Task;
        }
    }

    /// <summary>A base URL on which nothing listens.</summary>
    public static string DeadBaseUrl()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        return $"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}/v1";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(connections.Keys);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                var serving = ServeAsync(socket);
                connections[serving] = 0;
                _ = serving.ContinueWith(t => connections.TryRemove(t, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // disposed
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        socket.NoDelay = true;
        try
        {
            using var connection = new FakeConnection(socket);
            while (await connection.ReadRequestAsync(Register, stop.Token) is { } request)
            {
                RaiseTo(Interlocked.Increment(ref inFlight));
                try
                {
                    var reply = queued.TryDequeue(out var next) ? next : script(request);
                    if (!await FakeReplyWriter.WriteAsync(connection, request, reply, stop.Token)) return;
                }
                finally
                {
                    Interlocked.Decrement(ref inFlight);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // the client left or the server is disposed
        }
    }

    private FakeRequest Register(Func<int, FakeRequest> create)
    {
        lock (requests)
        {
            var request = create(requests.Count + 1);
            requests.Add(request);
            foreach (var (_, reached) in waiting.Where(w => w.Count <= requests.Count)) reached.TrySetResult();
            waiting.RemoveAll(w => w.Count <= requests.Count);
            return request;
        }
    }

    private void RaiseTo(int value)
    {
        for (var seen = mostInFlight; value > seen; seen = mostInFlight)
        {
            if (Interlocked.CompareExchange(ref mostInFlight, value, seen) == seen) return;
        }
    }
}
