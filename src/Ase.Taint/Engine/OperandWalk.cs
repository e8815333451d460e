using Ase.Taint.Ir;

namespace Ase.Taint.Engine;

/// <summary>The operands and variables of instructions and block ends.</summary>
internal static class OperandWalk
{
    /// <summary>What an instruction reads, keys of computed accesses left out.</summary>
    public static IEnumerable<Operand> Operands(Instruction instruction)
    {
        switch (instruction)
        {
            case Assign a:
                yield return a.Value;
                break;
            case Operation o:
                foreach (var operand in o.Operands) yield return operand;
                break;
            case Call c:
                if (c.Receiver is { } receiver) yield return receiver;
                if (c.Function is { } callee) yield return callee;
                foreach (var argument in c.Arguments) yield return argument.Value;
                break;
            case Evaluate e:
                yield return e.Value;
                break;
        }
    }

    /// <summary>What the end of a block reads.</summary>
    public static IEnumerable<Operand> Operands(Terminator terminator)
    {
        switch (terminator)
        {
            case Branch b:
                yield return b.Condition;
                break;
            case Return r:
                foreach (var value in r.Values) yield return value;
                break;
            case Throw { Value: { } thrown }:
                yield return thrown;
                break;
        }
    }

    public static void Variables(Instruction instruction, Action<IrVariable> use)
    {
        foreach (var operand in Operands(instruction)) Variables(operand, use);
        if (Summaries.Definitions.TargetOf(instruction) is { } target) Variables(target, use);
        if (instruction is not DefinePredicate define) return;
        use(define.Target);
        Variables(define.Predicate, use);
    }

    public static void Variables(Terminator terminator, Action<IrVariable> use)
    {
        foreach (var operand in Operands(terminator)) Variables(operand, use);
    }

    /// <summary>For each temporary that only one block uses: that block; -1 for all others.</summary>
    public static int[] HomesOfTemps(IrFunction function, int foreign = 0)
    {
        var home = new int[function.Variables.Count + foreign];
        Array.Fill(home, int.MinValue);
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions) Variables(instruction, v => Use(v, block.Id));
            Variables(block.Terminator!, v => Use(v, block.Id));
        }
        return home;

        void Use(IrVariable variable, int block)
        {
            ref var at = ref home[variable.Id];
            at = variable.Kind == VariableKind.Temp && (at == int.MinValue || at == block) ? block : -1;
        }
    }

    private static void Variables(Operand operand, Action<IrVariable> use)
    {
        if (operand.Place is { } place) Variables(place, use);
    }

    private static void Variables(Place place, Action<IrVariable> use)
    {
        use(place.Variable);
        foreach (var accessor in place.Path)
        {
            if (accessor.Key is { } key) Variables(key, use);
        }
    }

    private static void Variables(Predicate predicate, Action<IrVariable> use)
    {
        var open = new Stack<Predicate>([predicate]);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case Predicate.Leaf leaf:
                    Variables(leaf.Value, use);
                    break;
                case Predicate.Not negation:
                    open.Push(negation.Inner);
                    break;
                case Predicate.And both:
                    open.Push(both.Left);
                    open.Push(both.Right);
                    break;
                case Predicate.Or either:
                    open.Push(either.Left);
                    open.Push(either.Right);
                    break;
            }
        }
    }
}
