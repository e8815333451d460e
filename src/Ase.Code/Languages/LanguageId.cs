namespace Ase.Code.Languages;

/// <summary>The languages whose grammars are compiled into the product, in the order of the native table.</summary>
// coupling: the order equals LANGUAGES in native/src/ase_tree.c
public enum LanguageId
{
    /// <summary>JavaScript with JSX.</summary>
    JavaScript,
    /// <summary>TypeScript.</summary>
    TypeScript,
    /// <summary>TypeScript with JSX.</summary>
    Tsx,
    /// <summary>PHP, mixed with HTML.</summary>
    Php,
    /// <summary>Python.</summary>
    Python,
    /// <summary>Go.</summary>
    Go,
    /// <summary>Java.</summary>
    Java,
    /// <summary>C.</summary>
    C,
    /// <summary>C++.</summary>
    Cpp,
    /// <summary>C#.</summary>
    CSharp,
    /// <summary>Ruby.</summary>
    Ruby,
}
