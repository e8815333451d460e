from django.http import FileResponse, Http404, JsonResponse
from django.views.decorators.http import require_GET

from trails import archive, gpx
from trails.models import Hike


@require_GET
def hikes(request):
    found = Hike.objects.filter(title__icontains=request.GET.get("q", ""))[:50]
    return JsonResponse(
        {"hikes": [{"title": hike.title, "track": hike.track, "km": str(hike.kilometres)} for hike in found]}
    )


@require_GET
def profile(request):
    name = request.GET.get("track", "")
    try:
        document = archive.track_path(name).read_text(encoding="utf-8")
    except archive.TrackNotFound:
        raise Http404("No such track")
    heights = gpx.elevations(document)
    return JsonResponse({"heights": heights, "ascent": gpx.ascent(heights), "climbs": gpx.climbs(heights)})


@require_GET
def download(request):
    try:
        path = archive.track_path(request.GET.get("track", ""))
    except archive.TrackNotFound:
        raise Http404("No such track")
    return FileResponse(open(path, "rb"), as_attachment=True, content_type="application/gpx+xml")


@require_GET
def picture(request):
    path = archive.picture_path(request.GET.get("src", ""))
    if path is None:
        raise Http404("No such picture")
    return FileResponse(open(path, "rb"))
