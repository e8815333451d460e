namespace Ase.Taint.Summaries;

/// <summary>Which functions need the summaries of which, grouped so that groups need only earlier ones.</summary>
internal sealed class CallGraph
{
    private CallGraph(List<FunctionUnit[]> groups, Dictionary<FunctionUnit, int> groupOf)
    {
        Groups = groups;
        GroupOf = groupOf;
    }

    /// <summary>Functions that need each other (mostly one alone); each group needs only itself and earlier groups.</summary>
    public IReadOnlyList<FunctionUnit[]> Groups { get; }

    /// <summary>The position of each function's group.</summary>
    public IReadOnlyDictionary<FunctionUnit, int> GroupOf { get; }

    /// <summary>Strongly connected components, by an iterative walk.</summary>
    public static CallGraph Build(IReadOnlyList<FunctionUnit> functions, Func<FunctionUnit, IReadOnlyCollection<FunctionUnit>> needs)
    {
        var number = new Dictionary<FunctionUnit, int>(functions.Count);
        for (var i = 0; i < functions.Count; i++) number[functions[i]] = i;
        var edges = new int[functions.Count][];
        for (var i = 0; i < functions.Count; i++)
        {
            edges[i] = [.. needs(functions[i]).Select(f => number.GetValueOrDefault(f, -1)).Where(n => n >= 0).Order()];
        }
        var order = new int[functions.Count];
        var low = new int[functions.Count];
        var open = new bool[functions.Count];
        var groups = new List<FunctionUnit[]>();
        var groupOf = new Dictionary<FunctionUnit, int>(functions.Count);
        var path = new Stack<int>();
        var work = new Stack<(int Node, int Edge)>();
        var counter = 0;
        for (var root = 0; root < functions.Count; root++)
        {
            if (order[root] != 0) continue;
            work.Push((root, 0));
            while (work.TryPop(out var frame))
            {
                var (node, edge) = frame;
                if (edge == 0)
                {
                    order[node] = low[node] = ++counter;
                    path.Push(node);
                    open[node] = true;
                }
                var descended = false;
                for (; edge < edges[node].Length; edge++)
                {
                    var next = edges[node][edge];
                    if (order[next] == 0)
                    {
                        work.Push((node, edge + 1));
                        work.Push((next, 0));
                        descended = true;
                        break;
                    }
                    if (open[next]) low[node] = Math.Min(low[node], order[next]);
                }
                if (descended) continue;
                if (low[node] == order[node])
                {
                    var members = new List<int>();
                    int member;
                    do
                    {
                        member = path.Pop();
                        open[member] = false;
                        members.Add(member);
                    }
                    while (member != node);
                    members.Sort();
                    foreach (var m in members) groupOf[functions[m]] = groups.Count;
                    groups.Add([.. members.Select(m => functions[m])]);
                }
                if (work.TryPeek(out var parent)) low[parent.Node] = Math.Min(low[parent.Node], low[node]);
            }
        }
        return new CallGraph(groups, groupOf);
    }
}
