using Ase.Taint.Constants;
using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>What the analysis of one function may ask of the scan around it.</summary>
internal interface IRuleContext
{
    TaintRule Rule { get; }

    ScanOptions Options { get; }

    ProjectIndex Index { get; }

    CancellationToken Cancellation { get; }

    /// <summary>The rule's matches in a file, or null when there is none.</summary>
    FileMatches? MatchesIn(FileUnit file);

    LibraryModels ModelsOf(FileUnit file);

    FunctionTargets TargetsOf(FunctionUnit function);

    /// <summary>What the constants of a function decide.</summary>
    ConstantFacts ConstantsOf(FunctionUnit function);

    /// <summary>The summary as known so far.</summary>
    Summary SummaryOf(FunctionUnit function);

    /// <summary>What callers pass in that matters.</summary>
    Demand DemandOf(FunctionUnit function);

    /// <summary>Asks for a summary that follows a parameter, the receiver or a captured variable.</summary>
    void Request(FunctionUnit function, OriginKind kind, int parameter, IrVariable? variable);

    /// <summary>
    /// The depth of the parts that a function's summary tells apart: less with every few passes, so that recursion comes to an end.
    /// </summary>
    int DepthOf(FunctionUnit function);

    /// <summary>The facts known of something shared.</summary>
    ValueFacts CellOf(object key);

    /// <summary>Reports that something was not fully analysed.</summary>
    void ReportIncomplete(FileUnit file, string reason);
}
