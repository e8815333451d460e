<?php
// ruleid: shown
show($name);
// ok: shown
show($plain);
