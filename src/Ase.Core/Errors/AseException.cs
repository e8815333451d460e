namespace Ase.Core.Errors;

/// <summary>A failure that the user can do something about. The catalogue says what.</summary>
public class AseException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="code">The row of the catalogue.</param>
    /// <param name="message">What happened, with names and places; one paragraph, no keys.</param>
    /// <param name="inner">The cause.</param>
    public AseException(ErrorCode code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>The row of the catalogue.</summary>
    public ErrorCode Code { get; }

    /// <summary>The row.</summary>
    public ErrorRow Row => ErrorCatalog.Get(Code);

    /// <summary>A failure to use a file, told apart by its cause: a full disk, no access, not there.</summary>
    public static AseException FromIo(string path, Exception cause) => cause switch
    {
        AseException known => known,
        IOException { HResult: 28 or unchecked((int)0x80070070) or unchecked((int)0x80070027) } => new(ErrorCode.DiskFull, $"No space is left to write {path}.", cause),
        _ => new(ErrorCode.FileAccess, $"{path}: {cause.Message}", cause),
    };
}
