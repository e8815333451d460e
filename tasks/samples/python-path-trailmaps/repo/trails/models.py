from django.db import models


class Hike(models.Model):
    title = models.CharField(max_length=120)
    track = models.CharField(max_length=200, help_text="Like alps/sonnblick.gpx")
    kilometres = models.DecimalField(max_digits=5, decimal_places=1)
    walked_on = models.DateField()

    class Meta:
        ordering = ["-walked_on"]

    def __str__(self) -> str:
        return self.title
