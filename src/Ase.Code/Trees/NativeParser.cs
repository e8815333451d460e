using System.Reflection;
using System.Runtime.InteropServices;
using Ase.Code.Languages;

namespace Ase.Code.Trees;

/// <summary>The only code that sees native memory: parse, copy, free.</summary>
internal static unsafe partial class NativeParser
{
    private const string Library = "ase_grammars";

    static NativeParser() => NativeLibrary.SetDllImportResolver(typeof(NativeParser).Assembly, Resolve);

    public static (string[] Symbols, string[] Fields) Describe(LanguageId id)
    {
        var symbols = new string[SymbolCount((uint)id)];
        for (var i = 0; i < symbols.Length; i++) symbols[i] = Marshal.PtrToStringUTF8(SymbolName((uint)id, (ushort)i)) ?? "";
        var fields = new string[FieldCount((uint)id) + 1];
        fields[0] = "";
        for (var i = 1; i < fields.Length; i++) fields[i] = Marshal.PtrToStringUTF8(FieldName((uint)id, (ushort)i)) ?? "";
        return (symbols, fields);
    }

    public static ParseStatus Parse(LanguageId id, string text, TimeSpan timeout, int maxNodes, Func<ReadOnlySpan<NativeNode>, SyntaxTree> copy, out SyntaxTree? tree)
    {
        tree = null;
        fixed (char* start = text)
        {
            var native = ParseNative((uint)id, start, (uint)text.Length, (ulong)timeout.TotalMicroseconds, (uint)maxNodes);
            if (native == null) return ParseStatus.TooLarge;
            try
            {
                var status = (ParseStatus)native->Status;
                if (status == ParseStatus.Parsed) tree = copy(new ReadOnlySpan<NativeNode>(native->Nodes, (int)native->Count));
                return status;
            }
            finally
            {
                FreeNative(native);
            }
        }
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return IntPtr.Zero;
        var file = OperatingSystem.IsMacOS() ? "libase_grammars.dylib" : "libase_grammars.so";
        return NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, file));
    }

    [LibraryImport(Library, EntryPoint = "ase_parse")]
    private static partial NativeTree* ParseNative(uint language, char* text, uint units, ulong timeoutMicros, uint maxNodes);

    [LibraryImport(Library, EntryPoint = "ase_tree_free")]
    private static partial void FreeNative(NativeTree* tree);

    [LibraryImport(Library, EntryPoint = "ase_symbol_count")]
    private static partial uint SymbolCount(uint language);

    [LibraryImport(Library, EntryPoint = "ase_symbol_name")]
    private static partial IntPtr SymbolName(uint language, ushort symbol);

    [LibraryImport(Library, EntryPoint = "ase_field_count")]
    private static partial uint FieldCount(uint language);

    [LibraryImport(Library, EntryPoint = "ase_field_name")]
    private static partial IntPtr FieldName(uint language, ushort field);

    // coupling: AseNode in native/src/ase_tree.c
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct NativeNode
    {
        public readonly uint Start;
        public readonly uint End;
        public readonly uint Last;
        public readonly int Parent;
        public readonly ushort Kind;
        public readonly ushort Field;
        public readonly uint Flags;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct NativeTree
    {
        public NativeNode* Nodes;
        public uint Count;
        public uint Capacity;
        public int Status;
    }
}
