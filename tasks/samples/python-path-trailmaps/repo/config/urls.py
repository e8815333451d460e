from django.urls import path

from trails import views

urlpatterns = [
    path("hikes/", views.hikes),
    path("tracks/profile/", views.profile),
    path("tracks/download/", views.download),
    path("pictures/", views.picture),
]
