{{-- ok: shown --}}
<p>{{ $text }}</p>
{{-- ruleid: shown --}}
<p>{!! $text !!}</p>
{{-- ok: shown --}}
<p>{!! e($text) !!}</p>
{{-- ruleid: shown --}}
<p>{!! $author !!}</p>
