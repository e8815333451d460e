from django.shortcuts import render


def search(request):
    query = request.GET.get("q")
    return render(request, "search.html", {"query": query, "count": len(query)})
