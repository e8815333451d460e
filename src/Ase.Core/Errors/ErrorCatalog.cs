using System.Collections.Frozen;

namespace Ase.Core.Errors;

/// <summary>The exit codes of the command.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Success = 0;
    /// <summary>Done, with findings, or a threshold was missed.</summary>
    public const int Findings = 1;
    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;
    /// <summary>An input file is not valid.</summary>
    public const int InvalidInput = 3;
    /// <summary>The environment failed: tool, network, disk.</summary>
    public const int Environment = 4;
    /// <summary>A defect of this program.</summary>
    public const int Internal = 5;
    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}

/// <summary>A row: what a failure is called, what to do about it, and how the command exits.</summary>
/// <param name="Title">A few words.</param>
/// <param name="WhatToDo">One or two sentences to the user.</param>
/// <param name="ExitCode">See <see cref="ExitCodes"/>.</param>
public sealed record ErrorRow(string Title, string WhatToDo, int ExitCode)
{
    /// <summary>Where more is said, relative to the repository.</summary>
    public string Link { get; init; } = "docs/errors.md";
}

/// <summary>The one table of user-facing failures.</summary>
public static class ErrorCatalog
{
    private static readonly FrozenDictionary<ErrorCode, ErrorRow> Rows = new Dictionary<ErrorCode, ErrorRow>
    {
        [ErrorCode.Usage] = new("Wrong usage", "Run the command with --help to see what it takes.", ExitCodes.Usage),
        [ErrorCode.UnknownSuite] = new("Unknown suite", "Run 'ase suite list' to see the suites, or name the folder of one.", ExitCodes.Usage),
        [ErrorCode.UnknownTask] = new("Unknown task", "Run 'ase suite show SUITE' to see its tasks.", ExitCodes.Usage),
        [ErrorCode.InvalidSubject] = new("Invalid subject", "Write provider/model?option=value, for example openai/gpt-5?context=bm25; 'ase run --help' lists the options.", ExitCodes.Usage),
        [ErrorCode.UnknownRun] = new("Unknown run", "Run 'ase report' without a run to see the runs of the store, or give another --store.", ExitCodes.Usage),
        [ErrorCode.InvalidFile] = new("Invalid file", "Correct the file at the place named; docs/tasks.md and docs/rules.md say what is allowed.", ExitCodes.InvalidInput),
        [ErrorCode.RegionMismatch] = new("Region does not match", "Correct lines and sha256 of the region in task.yaml, or the revision of its source.", ExitCodes.InvalidInput),
        [ErrorCode.FileTooLarge] = new("File too large", "Split the file, or leave it out.", ExitCodes.InvalidInput),
        [ErrorCode.SourceUnreachable] = new("Source unreachable", "Check the network and run the same command again: what was fetched is kept. Git sources can be read from local mirrors with --git-mirror.", ExitCodes.Environment),
        [ErrorCode.SourceMissing] = new("Source does not have it", "The package version or commit is gone upstream; give a mirror with --git-mirror, or leave the task out.", ExitCodes.Environment),
        [ErrorCode.IntegrityMismatch] = new("Content has another hash", "What was fetched is not what the task names, and was discarded. Try again; if it persists, the source was changed.", ExitCodes.Environment),
        [ErrorCode.HostileArchive] = new("Archive refused", "The archive has entries outside its folder, links, or an absurd size; nothing was written.", ExitCodes.InvalidInput),
        [ErrorCode.DiskFull] = new("Disk full", "Free space, or set ASE_CACHE and --store to another disk, and run the same command again: nothing stored is lost.", ExitCodes.Environment),
        [ErrorCode.FileAccess] = new("File cannot be used", "Check that the path exists and that you may read and write it.", ExitCodes.Environment),
        [ErrorCode.StoreLocked] = new("Store is locked", "Another process is writing to the store. Wait for it, or give another --store.", ExitCodes.Environment),
        [ErrorCode.StoreCorrupt] = new("Store cannot be read", "The file is damaged or not a store. Move it away, or give another --store.", ExitCodes.Environment),
        [ErrorCode.StoreTooNew] = new("Store is newer than this version", "Update ase, or give another --store.", ExitCodes.Environment),
        [ErrorCode.ToolMissing] = new("Tool missing", "Install the tool named, then run the same command again.", ExitCodes.Environment),
        [ErrorCode.KeyMissing] = new("Key missing", "Set the environment variable named.", ExitCodes.Environment),
        [ErrorCode.EndpointFailed] = new("Endpoint failed", "Check --base-url, the key and the model's name, then resume the run with --resume.", ExitCodes.Environment),
        [ErrorCode.ProfileMismatch] = new("Different grading profiles", "Grade both runs under one profile first: 'ase grade RUN --profile NAME'.", ExitCodes.Usage),
        [ErrorCode.Interrupted] = new("Interrupted", "Nothing committed is lost: resume with --resume.", ExitCodes.Interrupted),
        [ErrorCode.Internal] = new("Internal error", "This is a defect of ase. Please report it with the text above.", ExitCodes.Internal),
    }.ToFrozenDictionary();

    /// <summary>The row of a failure.</summary>
    public static ErrorRow Get(ErrorCode code) => Rows[code];
}
