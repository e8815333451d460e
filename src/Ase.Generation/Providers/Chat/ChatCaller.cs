using System.Globalization;
using System.Threading.RateLimiting;
using Ase.Core.Attempts;
using Ase.Core.Ports;
using Ase.Generation.Providers.Http;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace Ase.Generation.Providers.Chat;

/// <summary>
/// Asks a model through any client: limits, deadline, retries, and the judgement whose failure a failure is. A deadline that passes while the
/// connection lives is the subject's; whatever the endpoint or the network does wrong, after the retries, is infrastructure.
/// </summary>
/// <param name="options">How to call.</param>
/// <param name="redaction">Takes keys out of what endpoints say.</param>
internal sealed class ChatCaller(ModelCallOptions options, Redaction redaction) : IDisposable
{
    private readonly RequestPacer pacer = new(options.RequestsPerMinute, options.Clock);
    private readonly ConcurrencyLimiter width = new(new ConcurrencyLimiterOptions { PermitLimit = options.Concurrency, QueueLimit = int.MaxValue });
    private readonly ResiliencePipeline<CallResult> retries = Retries(options);

    private sealed record CallResult(GenerationOutcome? Outcome, CallFailure? Failure)
    {
        public bool Transient => Failure?.Kind == FailureKind.Transient;
    }

    /// <summary>Asks once, retries included.</summary>
    /// <param name="client">A client whose request carries the exchange.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="settings">The request's settings.</param>
    /// <param name="cancellationToken">The user's; never a deadline.</param>
    public async Task<GenerationOutcome> AskAsync(Func<Exchange, IChatClient> client, Prompt prompt, ChatOptions settings, CancellationToken cancellationToken)
    {
        var requests = 0;
        var result = await retries.ExecuteAsync(
            async token =>
            {
                using var permit = await width.AcquireAsync(1, token);
                using var start = await pacer.AcquireAsync(1, token);
                requests++;
                var once = await OnceAsync(client, prompt, settings, token);
                if (once.Failure?.RetryAfter is { } pause && pause <= options.MaxRetryDelay) pacer.Hold(pause);
                return once;
            },
            cancellationToken);
        var outcome = result switch
        {
            { Outcome: { } o } => o,
            { Failure: { Kind: FailureKind.Refused } f } => new GenerationOutcome(GenerationStatus.Refused, null) { FinishReason = Finish.ContentFilter, Error = redaction.Error(f.Message) },
            { Failure: { } f } => new GenerationOutcome(GenerationStatus.InfrastructureError, null) { Error = redaction.Error(f.Message) + (requests > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({requests} requests)") : "") },
            _ => throw new InvalidOperationException("neither outcome nor failure"),
        };
        return outcome with { Requests = requests };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pacer.Dispose();
        width.Dispose();
    }

    private async Task<CallResult> OnceAsync(Func<Exchange, IChatClient> client, Prompt prompt, ChatOptions settings, CancellationToken cancellationToken)
    {
        var exchange = new Exchange((int)Math.Min(2L * options.MaxAnswerBytes + 64 * 1024, Array.MaxLength / 2));
        using var deadline = new CancellationTokenSource(options.Timeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var chat = client(exchange);
            ChatMessage[] messages = [new(ChatRole.System, prompt.System), new(ChatRole.User, prompt.User)];
            var collected = await Collected.ReadAsync(chat.GetStreamingResponseAsync(messages, settings, either.Token), exchange, options.MaxAnswerBytes, either.Token);
            return Judge(collected, exchange);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever a client library throws at a hostile reply is a failure of the endpoint, told apart by what was seen on the wire
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (exchange.Failure is { } failure) return Failed(failure);
            if (!deadline.IsCancellationRequested) return Failed(ExceptionJudge.Judge(e, exchange));
            var seconds = options.Timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            return exchange.Connected
                ? new CallResult(new GenerationOutcome(GenerationStatus.Timeout, null) { Error = $"No complete answer within {seconds} s." }, null)
                : Failed(new CallFailure(FailureKind.Transient, $"No connection within {seconds} s."));
        }
    }

    private CallResult Judge(Collected collected, Exchange exchange)
    {
        var finish = collected.Cut ? Finish.Cut : exchange.FinishReason;
        if (Finish.IsFailure(finish)) return Failed(new CallFailure(FailureKind.Transient, $"The endpoint stopped with '{finish}'."));
        if (finish is null && !exchange.Done) return Failed(new CallFailure(FailureKind.Transient, "The stream ended in the middle of the answer."));
        if (finish is null && collected is { Text: "", Refusal: "" }) return Failed(new CallFailure(FailureKind.Transient, "The stream holds no answer."));
        var refused = Finish.IsFilter(finish) || (collected.Text.Length == 0 && collected.Refusal.Length > 0);
        return new CallResult(
            new GenerationOutcome(refused ? GenerationStatus.Refused : GenerationStatus.Answered, refused ? null : redaction.Secrets(collected.Text))
            {
                InputTokens = collected.InputTokens,
                OutputTokens = collected.OutputTokens,
                FinishReason = redaction.Error(finish ?? ""),
                ReportedModel = redaction.Error(collected.Model),
                Error = collected.Cut ? string.Create(CultureInfo.InvariantCulture, $"The answer was cut off: more than {options.MaxAnswerBytes} bytes.") : redaction.Error(collected.Refusal),
            },
            null);
    }

    private CallResult Failed(CallFailure failure) =>
        new(null, failure.RetryAfter > options.MaxRetryDelay
            ? failure with { Kind = FailureKind.Final, Message = string.Create(CultureInfo.InvariantCulture, $"{failure.Message} (asks to wait {failure.RetryAfter.Value.TotalSeconds:0} s, more than is waited)") }
            : failure);

    private static ResiliencePipeline<CallResult> Retries(ModelCallOptions options)
    {
        var builder = new ResiliencePipelineBuilder<CallResult> { TimeProvider = options.Clock };
        if (options.MaxRetries == 0) return builder.Build();
        return builder.AddRetry(new RetryStrategyOptions<CallResult>
        {
            MaxRetryAttempts = options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = options.MaxRetryDelay,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { Transient: true }),
            // null leaves the backoff as it is
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Failure?.RetryAfter is { } wait && wait > TimeSpan.Zero ? wait : (TimeSpan?)null),
        }).Build();
    }
}
