namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Truth: branches, predicates, and logical operators as values.</summary>
public sealed class ConditionLoweringTests
{
    [Fact]
    public void Compound_and_logical_assignment() => Lowered.Is(
        """
        a += b; c.d -= 1; e ||= f(); g &&= h; i ??= j;
        """,
        """
        function <top>() #0
          b0: %0 = concat +=(a, b)
              a = %0
              %1 = arithmetic -=(c.d, 1)
              c.d = %1
              if e ? b2 : b1
          b1: %2 = call f()
              %2 :: %2
              e = %2
              goto b2
          b2: if g ? b3 : b4
          b3: g = h
              goto b4
          b4: %3 = select ??=(i, j)
              i = %3
              return
        """);

    [Fact]
    public void Logical_values_branch_and_keep_their_predicate() => Lowered.Is(
        """
        x = a || 'd'; ok = !bad(y) && y.n > 0;
        """,
        """
        function <top>() #0
          b0: %0 = a
              if a ? b1 : b2
          b1: %0 :: (a || 'd')
              x = %0
              %2 = call bad(y)
              if %2 ? b5 : b6
          b2: %0 = 'd'
              goto b1
          b3: %1 :: (!%2 && %3)
              ok = %1
              return
          b4: %3 = compare >(y.n, 0)
              %1 = %3
              goto b3
          b5: %1 = false
              goto b3
          b6: %1 = true
              goto b4
        """);

    [Fact]
    public void Conditions_are_expanded() => Lowered.Is(
        """
        if (!(a && b) || c) f(); else if (d) g(); else h();
        """,
        """
        function <top>() #0
          b0: if a ? b5 : b2
          b1: return
          b2: call f()
              goto b1
          b3: if d ? b6 : b7
          b4: if c ? b2 : b3
          b5: if b ? b4 : b2
          b6: call g()
              goto b1
          b7: call h()
              goto b1
        """);

    [Fact]
    public void Conditional_values() => Lowered.Is(
        """
        x = a ? b : c ? d : e;
        """,
        """
        function <top>() #0
          b0: if a ? b1 : b2
          b1: %0 = b
              goto b3
          b2: if c ? b4 : b5
          b3: x = %0
              return
          b4: %0 = d
              goto b3
          b5: %0 = e
              goto b3
        """);

    [Fact]
    public void Conditional_in_condition() => Lowered.Is(
        """
        if (a ? b : c) f();
        """,
        """
        function <top>() #0
          b0: if a ? b3 : b4
          b1: return
          b2: call f()
              goto b1
          b3: if b ? b2 : b1
          b4: if c ? b2 : b1
        """);

    [Fact]
    public void Effects_branch_without_values() => Lowered.Is(
        """
        a && f(); b || g(); c ? h() : i(); (j(), k());
        """,
        """
        function <top>() #0
          b0: if a ? b1 : b2
          b1: call f()
              goto b2
          b2: if b ? b4 : b3
          b3: call g()
              goto b4
          b4: if c ? b5 : b6
          b5: call h()
              goto b7
          b6: call i()
              goto b7
          b7: call j()
              call k()
              return
        """);

    [Fact]
    public void Comparison_and_call_results_are_predicates() => Lowered.Is(
        """
        const ok = re.test(x), same = a === b; function f() { return list.includes(x);
        } const g = async () => await check(x);
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              %0 = call (re).test(x)
              %0 :: %0
              ok = %0
              %1 = compare ===(a, b)
              %1 :: %1
              same = %1
              %2 = closure g#2
              g = %2
              return
        function f() #1
          b0: %0 = call (list).includes(x)
              %0 :: %0
              return %0
        function g() #2
          b0: %0 = call check(x)
              %1 = %0
              %1 :: %1
              return %1
        """);
}
