<?php
// ruleid: shown
show($this->subject);
// ok: shown
show($this->color);
