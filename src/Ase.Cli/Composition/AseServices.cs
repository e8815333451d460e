using System.Reflection;
using System.Runtime.InteropServices;
using Ase.Analysis.Grading;
using Ase.Cli.Output;
using Ase.Core.Pipeline;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Datasets.Cache;
using Ase.Datasets.Materialization;
using Ase.Datasets.Sources;
using Ase.Datasets.Suites;
using Ase.Datasets.Validation;
using Ase.Generation;
using Ase.Generation.Answers;
using Ase.Generation.Baselines;
using Ase.Generation.Context;
using Ase.Generation.Providers.OpenAi;
using Ase.Generation.Providers.Replay;
using Ase.Taint.Scanning;

namespace Ase.Cli.Composition;

/// <summary>What a command may set of the parts.</summary>
internal sealed record ServiceOptions
{
    public string? GitMirror { get; init; }
    public string? BaseUrl { get; init; }
    public int? RequestsPerMinute { get; init; }
    public TimeSpan? AnswerTimeout { get; init; }
    public int Workers { get; init; } = 8;
    public bool UseCaches { get; init; } = true;
}

/// <summary>Puts the parts together; the only place that knows the implementations of the ports.</summary>
internal sealed class AseServices
{
    private readonly ServiceOptions options;
    private readonly TimeProvider clock;

    public AseServices(Terminal terminal, ServiceOptions? options = null)
    {
        this.options = options ??= new ServiceOptions();
        clock = terminal.Clock;
        var cache = new ContentCache(terminal.Variable("ASE_CACHE") is { Length: > 0 } set ? set : ContentCache.DefaultRoot);
        Catalog = new SuiteCatalog(terminal.Variable("ASE_TASKS") is { Length: > 0 } tasks ? tasks : ProductFolder("tasks"));
        Materializer = new TaskMaterializer(
        [
            new DirectorySource(),
            terminal.Variable("ASE_NPM") is { Length: > 0 } npm ? new NpmSource(cache, npm) : new NpmSource(cache),
            new GitSource(cache, options.GitMirror ?? terminal.Variable("ASE_GIT_MIRROR")),
        ]);
        Questionnaire = new Questionnaire(ContextStrategies.Create());
        Providers =
        [
            new BaselineProvider(),
            new ReplayProvider(),
            new OpenAiProvider(OpenAi(terminal, options)),
        ];
        Grader = new Grader(new ScanOptions { Parallelism = 1, Timeout = TimeSpan.FromMinutes(1) }, terminal.Clock);
    }

    private static OpenAiOptions OpenAi(Terminal terminal, ServiceOptions options)
    {
        var settings = new OpenAiOptions
        {
            ApiKey = terminal.Variable(OpenAiOptions.KeyVariable),
            Concurrency = options.Workers,
            RequestsPerMinute = options.RequestsPerMinute,
            Clock = terminal.Clock,
        };
        if ((options.BaseUrl ?? terminal.Variable(OpenAiOptions.BaseUrlVariable)) is { Length: > 0 } url) settings = settings with { BaseUrl = url };
        return options.AnswerTimeout is { } timeout ? settings with { Timeout = timeout } : settings;
    }

    public SuiteCatalog Catalog { get; }

    public TaskMaterializer Materializer { get; }

    public Questionnaire Questionnaire { get; }

    public IReadOnlyList<IAnswerProvider> Providers { get; }

    public Grader Grader { get; }

    public TaskChecker TaskChecker() => new(Materializer, Questionnaire, Grader, Grader.Counts, AnswerWriter.Write);

    public Subject ParseSubject(string text)
    {
        var subject = SubjectParser.Parse(text, [.. Providers.Select(p => p.Grammar)]);
        Providers.First(p => p.Grammar.Provider == subject.Provider).EnsureUsable(subject);
        return subject;
    }

    public RunExecutor Executor(IRunStore store) => new(
        Materializer, Questionnaire, Providers, Grader, store, clock,
        new RunExecutorOptions { GenerationWidth = options.Workers, UseCaches = options.UseCaches });

    /// <summary>What is recorded of this program and machine in every run.</summary>
    public Dictionary<string, string> Provenance() => new(StringComparer.Ordinal)
    {
        ["product"] = Version,
        ["engine"] = EngineIdentity.Digest,
        ["masking"] = Questionnaire.MaskingVersion,
        ["prompts"] = Questionnaire.PromptVersion,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["system"] = RuntimeInformation.OSDescription,
        ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
        ["endpoint"] = options.BaseUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Path) : "default",
    };

    public static string Version => typeof(AseServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>A folder of the product: beside the program when it is installed, in the checkout when it runs from there.</summary>
    public static string ProductFolder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ase.slnx"))) return Path.Combine(folder.FullName, name);
        }
        return Path.Combine(AppContext.BaseDirectory, name);
    }
}
