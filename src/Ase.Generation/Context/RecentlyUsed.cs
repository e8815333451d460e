namespace Ase.Generation.Context;

/// <summary>A bounded cache that forgets what was used least recently. Thread-safe; a value is made once, callers that come meanwhile wait for it.</summary>
/// <param name="capacity">Values kept, at least 1.</param>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, Lazy<TValue> Value)>> byKey = [];
    private readonly LinkedList<(TKey Key, Lazy<TValue> Value)> order = new();

    /// <summary>Values kept at the moment.</summary>
    public int Count
    {
        get
        {
            lock (gate) return byKey.Count;
        }
    }

    /// <summary>The value of a key, made if need be. A failure to make it is not kept.</summary>
    public TValue Get(TKey key, Func<TValue> make)
    {
        LinkedListNode<(TKey Key, Lazy<TValue> Value)>? node;
        lock (gate)
        {
            if (byKey.TryGetValue(key, out node)) order.Remove(node);
            else
            {
                node = new((key, new Lazy<TValue>(make)));
                byKey[key] = node;
                if (byKey.Count > capacity)
                {
                    byKey.Remove(order.First!.Value.Key);
                    order.RemoveFirst();
                }
            }
            order.AddLast(node);
        }
        try
        {
            return node.Value.Value.Value;
        }
        catch
        {
            lock (gate)
            {
                if (byKey.TryGetValue(key, out var current) && current == node)
                {
                    byKey.Remove(key);
                    order.Remove(node);
                }
            }
            throw;
        }
    }
}
