<?php
// ok: shown
show($id);
