{{-- The page of an error, written with Blade. Behind `//:` stands what a line holds --}}
@extends('errors::minimal')

@section('title', __('Forbidden'))
@section('code', '403') {{-- //: 403 status
@section('height', '403')
@section('message', __($exception->getMessage() ?: 'Forbidden'))

@if ($exception->getStatusCode() == 404) {{-- //: 404 status
    <h1>404</h1> {{-- //: 404 status
    <img src="/lost.png" width="404" height="200">
    <p>Call 404 for the shop, or 0500 200.</p>
@endif
@php
    abort(410); //: 410 status
    $width = 410;
@endphp
<script>
$.post("/orders", order).fail(function (xhr) {
    if (xhr.status === 422) show(xhr.responseJSON); //: 422 status
    if (xhr.width === 422) show(xhr.responseJSON);
});
</script>
