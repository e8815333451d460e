using Ase.Taint.Ir;

namespace Ase.Taint.Lowering;

/// <summary>Builds the blocks of one function. After a terminator, further code goes to a fresh block that nothing reaches.</summary>
public sealed class FunctionBuilder
{
    private readonly Dictionary<string, IrVariable> names = new(StringComparer.Ordinal);
    private readonly List<IrVariable> globals = [];
    private int temps;

    /// <summary>Starts with an empty entry block.</summary>
    /// <param name="function">The function to fill.</param>
    /// <param name="outer">The builder of the enclosing function, for captured names.</param>
    public FunctionBuilder(IrFunction function, FunctionBuilder? outer)
    {
        Function = function;
        Outer = outer;
        Current = NewBlock();
    }

    /// <summary>The function.</summary>
    public IrFunction Function { get; }

    /// <summary>The builder of the enclosing function, or null.</summary>
    public FunctionBuilder? Outer { get; }

    /// <summary>The block that instructions go to.</summary>
    public IrBlock Current { get; private set; }

    /// <summary>The handler that new blocks get; -1 for none.</summary>
    public int Handler { get; set; } = -1;

    /// <summary>A new block, not yet reached.</summary>
    public IrBlock NewBlock()
    {
        var block = new IrBlock(Function.Blocks.Count) { Handler = Handler };
        Function.Blocks.Add(block);
        return block;
    }

    /// <summary>Adds an instruction to the current block.</summary>
    public void Emit(Instruction instruction) => Current.Instructions.Add(instruction);

    /// <summary>Ends the current block, unless it has ended, and goes on in <paramref name="next"/> (a new unreachable block when null).</summary>
    public void End(Terminator terminator, IrBlock? next = null)
    {
        Current.Terminator ??= terminator;
        Current = next ?? NewBlock();
    }

    /// <summary>Goes to <paramref name="block"/> and on there.</summary>
    public void Enter(IrBlock block) => End(new Goto(block.Id), block);

    /// <summary>Goes on in <paramref name="block"/> without an edge to it.</summary>
    public void MoveTo(IrBlock block) => Current = block;

    /// <summary>A fresh temporary.</summary>
    public IrVariable Temp()
    {
        var variable = new IrVariable(Function.Variables.Count, "%" + temps++, VariableKind.Temp);
        Function.Variables.Add(variable);
        return variable;
    }

    /// <summary>Declares a name in this function; a second declaration of the same name is the same variable.</summary>
    public IrVariable Declare(string name, VariableKind kind = VariableKind.Local)
    {
        if (names.TryGetValue(name, out var known)) return known;
        return Add(new IrVariable(Function.Variables.Count, name, kind));
    }

    /// <summary>Declares a name anew, shadowing an earlier one of the same name in this function (block scopes).</summary>
    /// <returns>The new variable and the one it hides (restore with <see cref="Restore"/>), if any.</returns>
    public (IrVariable Variable, IrVariable? Hidden) Shadow(string name, VariableKind kind = VariableKind.Local)
    {
        names.Remove(name, out var hidden);
        return (Add(new IrVariable(Function.Variables.Count, name, kind)), hidden);
    }

    /// <summary>Ends a block scope: the name means <paramref name="hidden"/> again, or nothing.</summary>
    public void Restore(string name, IrVariable? hidden)
    {
        if (hidden is null) names.Remove(name);
        else names[name] = hidden;
    }

    /// <summary>The variable that a name means here: own, captured from an enclosing function, or null.</summary>
    public IrVariable? Find(string name)
    {
        if (names.TryGetValue(name, out var known)) return known;
        if (Outer?.Find(name) is not { } outer) return null;
        if (outer.Kind == VariableKind.Global) return Global(name);
        return Add(new IrVariable(Function.Variables.Count, name, VariableKind.Captured) { Outer = outer, TypeName = outer.TypeName });
    }

    /// <summary>The global of that name.</summary>
    public IrVariable Global(string name)
    {
        foreach (var known in globals)
        {
            if (known.Name == name) return known;
        }
        var variable = new IrVariable(Function.Variables.Count, name, VariableKind.Global);
        Function.Variables.Add(variable);
        globals.Add(variable);
        return variable;
    }

    /// <summary>Binds a name to the global of that name (PHP and Python <c>global x</c>).</summary>
    public IrVariable BindGlobal(string name) => names[name] = Global(name);

    /// <summary>Binds a name to a variable of the enclosing function (Python <c>nonlocal</c>, PHP <c>use</c>).</summary>
    public IrVariable Capture(string name, IrVariable outer) => Add(new IrVariable(Function.Variables.Count, name, VariableKind.Captured) { Outer = outer });

    /// <summary>Ends the body: an open block returns nothing.</summary>
    public void Complete()
    {
        foreach (var block in Function.Blocks) block.Terminator ??= new Return(-1, []);
    }

    private IrVariable Add(IrVariable variable)
    {
        Function.Variables.Add(variable);
        names[variable.Name] = variable;
        return variable;
    }
}
