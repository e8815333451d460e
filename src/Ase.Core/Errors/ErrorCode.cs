namespace Ase.Core.Errors;

/// <summary>Every user-facing failure; one row of <see cref="ErrorCatalog"/> each.</summary>
public enum ErrorCode
{
    /// <summary>An option or argument is wrong.</summary>
    Usage,
    /// <summary>No suite of that name.</summary>
    UnknownSuite,
    /// <summary>No task of that id.</summary>
    UnknownTask,
    /// <summary>A subject, or one of its options, is wrong.</summary>
    InvalidSubject,
    /// <summary>No run of that id in the store.</summary>
    UnknownRun,
    /// <summary>A task, rule, replay or subject file is not valid.</summary>
    InvalidFile,
    /// <summary>A region lies outside its file, or its text has another hash.</summary>
    RegionMismatch,
    /// <summary>A file is too large to read.</summary>
    FileTooLarge,
    /// <summary>A source (registry, repository) cannot be reached.</summary>
    SourceUnreachable,
    /// <summary>A source does not have what the task names.</summary>
    SourceMissing,
    /// <summary>Fetched content does not have the hash that the task names.</summary>
    IntegrityMismatch,
    /// <summary>An archive is hostile: paths outside, links, size or ratio.</summary>
    HostileArchive,
    /// <summary>The disk is full.</summary>
    DiskFull,
    /// <summary>A file or folder cannot be read or written.</summary>
    FileAccess,
    /// <summary>The store is locked by another process.</summary>
    StoreLocked,
    /// <summary>The store is damaged or no store.</summary>
    StoreCorrupt,
    /// <summary>The store was written by a newer version.</summary>
    StoreTooNew,
    /// <summary>A tool or library that is needed is missing.</summary>
    ToolMissing,
    /// <summary>A key is missing from the environment.</summary>
    KeyMissing,
    /// <summary>The model's endpoint cannot be used.</summary>
    EndpointFailed,
    /// <summary>Runs were graded under different profiles.</summary>
    ProfileMismatch,
    /// <summary>Work was interrupted and can be resumed.</summary>
    Interrupted,
    /// <summary>A defect of this program.</summary>
    Internal,
}
