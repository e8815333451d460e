using System.Diagnostics;
using System.Text;
using Ase.Core.Errors;

namespace Ase.Core.Processes;

/// <summary>A command to run: never through a shell.</summary>
/// <param name="Program">The program, found on the path.</param>
/// <param name="Arguments">Its arguments, passed as they are.</param>
public sealed record ProcessRequest(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The working directory; the current one when null.</summary>
    public string? Directory { get; init; }
    /// <summary>Variables added to (or, with null, removed from) the inherited environment.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
    /// <summary>Text for standard input; none when null.</summary>
    public byte[]? Input { get; init; }
    /// <summary>Wall-time limit. <value>2 minutes</value></summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);
    /// <summary>Bytes of output kept per stream; the rest is dropped. <value>64 MB</value></summary>
    public int MaxOutput { get; init; } = 64_000_000;
}

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code; -1 when it was killed for its time.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error, as text.</param>
/// <param name="TimedOut">True when it was killed for its time.</param>
public sealed record ProcessResult(int ExitCode, byte[] Output, string Error, bool TimedOut)
{
    /// <summary>Standard output as text.</summary>
    public string Text => Encoding.UTF8.GetString(Output);
}

#pragma warning disable RS0030 // the one place that starts helper programs
/// <summary>Runs trusted helper programs (git, npm, compilers). Graded code never runs here, but in a sandbox.</summary>
public static class ProcessRunner
{
    /// <summary>Runs a command to its end; it and its children are killed on timeout and cancellation.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.ToolMissing"/> when there is no such program.</exception>
    public static async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(request.Program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = request.Directory ?? "",
        };
        foreach (var argument in request.Arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in request.Environment) start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new AseException(ErrorCode.ToolMissing, $"'{request.Program}' could not be started: {e.Message}.", e);
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.Timeout);
        var output = ReadAsync(process.StandardOutput.BaseStream, request.MaxOutput, limit.Token);
        var error = ReadAsync(process.StandardError.BaseStream, request.MaxOutput, limit.Token);
        try
        {
            await WriteInputAsync(process.StandardInput.BaseStream, request.Input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ProcessResult(process.ExitCode, await output, Encoding.UTF8.GetString(await error), TimedOut: false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return new ProcessResult(-1, [], $"'{request.Program}' did not end within {request.Timeout.TotalSeconds} s.", TimedOut: true);
        }
    }

    private static async Task WriteInputAsync(Stream stream, byte[]? input, CancellationToken cancellationToken)
    {
        try
        {
            if (input is not null) await stream.WriteAsync(input, cancellationToken);
            stream.Close();
        }
        catch (IOException)
        {
            // the program closed its input early; its exit code says why
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int max, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length < max) kept.Write(buffer, 0, Math.Min(read, max - (int)kept.Length));
        }
        return kept.ToArray();
    }
}
