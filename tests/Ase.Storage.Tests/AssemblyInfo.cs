// The quota that stands in for a full disk is one for the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
