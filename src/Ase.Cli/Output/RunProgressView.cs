using Ase.Core.Pipeline;
using Spectre.Console;

namespace Ase.Cli.Output;

/// <summary>Progress of a run on standard error: a live bar on a terminal, a line every tenth elsewhere.</summary>
internal static class RunProgressView
{
    public static async Task<T> ShowAsync<T>(Terminal terminal, string title, Func<IProgress<RunProgress>?, Task<T>> work)
    {
        if (terminal.Quiet) return await work(null);
        if (!terminal.Errors.Profile.Capabilities.Interactive) return await work(new Tenths(terminal, title));
        return await terminal.Errors.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var answers = context.AddTask($"{title}: answers");
                var grades = context.AddTask($"{title}: grades");
                return await work(new Bar(answers, grades));
            });
    }

    private sealed class Bar(ProgressTask answers, ProgressTask grades) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            (answers.MaxValue, grades.MaxValue) = (value.Planned, value.Planned);
            answers.Value = Math.Max(answers.Value, value.Generated);
            grades.Value = Math.Max(grades.Value, value.Graded);
        }
    }

    private sealed class Tenths(Terminal terminal, string title) : IProgress<RunProgress>
    {
        private readonly Lock writing = new();
        private int shown = -1;

        public void Report(RunProgress value)
        {
            var tenth = value.Planned == 0 ? 10 : value.Graded * 10 / value.Planned;
            lock (writing)
            {
                if (tenth <= shown) return;
                shown = tenth;
                terminal.Errors.MarkupLineInterpolated($"[grey]{title}: {value.Graded} of {value.Planned} graded[/]");
            }
        }
    }
}
