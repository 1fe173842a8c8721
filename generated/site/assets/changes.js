"use strict";
globalThis.restanzaChanges = {
"pages": [["images.html","Images (DEPRECATED)"]],
"operations": [
["List Images",0],
["List Images With Details",0],
["Show Image Details",0],
["Delete Image",0],
["List Image Metadata",0],
["Update Image Metadata",0],
["Create Image Metadata",0],
["Show Image Metadata Item",0],
["Create Or Update Image Metadata Item",0],
["Delete Image Metadata Item",0]
],
"changes": [
[0,0,"GET /images is gone.","list-images","2.1-2.35>2.36-2.96"],
[0,1,"GET /images/detail is gone.","list-images-with-details","2.1-2.35>2.36-2.96"],
[0,2,"GET /images/{image_id} is gone.","show-image-details","2.1-2.35>2.36-2.96"],
[0,3,"DELETE /images/{image_id} is gone.","delete-image","2.1-2.35>2.36-2.96"],
[0,4,"GET /images/{image_id}/metadata is gone.","list-image-metadata","2.1-2.38>2.39-2.96"],
[0,5,"PUT /images/{image_id}/metadata is gone.","update-image-metadata","2.1-2.38>2.39-2.96"],
[0,6,"POST /images/{image_id}/metadata is gone.","create-image-metadata","2.1-2.38>2.39-2.96"],
[0,7,"GET /images/{image_id}/metadata/{key} is gone.","show-image-metadata-item","2.1-2.38>2.39-2.96"],
[0,8,"PUT /images/{image_id}/metadata/{key} is gone.","create-or-update-image-metadata-item","2.1-2.38>2.39-2.96"],
[0,9,"DELETE /images/{image_id}/metadata/{key} is gone.","delete-image-metadata-item","2.1-2.38>2.39-2.96"]
]};
