using Ase.Core.Errors;

namespace Ase.Datasets.Validation;

/// <summary>Tells what disproves a task from what only keeps it from being checked.</summary>
internal static class Failures
{
    /// <summary>The point that a failure makes of what was tried.</summary>
    public static CheckPoint Point(string name, AseException failure) =>
        new(name, IsEnvironment(failure.Code) ? CheckStatus.Unchecked : CheckStatus.Failed, failure.Message);

    // A source that answers "there is no such thing", or gives something else, has spoken.
    private static bool IsEnvironment(ErrorCode code) =>
        ErrorCatalog.Get(code).ExitCode == ExitCodes.Environment && code is not (ErrorCode.SourceMissing or ErrorCode.IntegrityMismatch);
}
